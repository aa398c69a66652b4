"""Days and hours as each of the three languages writes them."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.report.words import Words


class Days:
    """Writes dates in the language of its messages: 22 June 2018, 22 июня 2018 г., 2018年6月22日."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.months = words("paper.date.months").split("|")
        self.weekdays = words("paper.date.weekdays").split("|")

    def day(self, day: date) -> str:
        """One day."""
        return self.words("paper.date.day", day=day.day, month=self.months[day.month - 1], year=day.year)

    def weekday(self, day: date) -> str:
        """One day with its weekday before or after it."""
        return self.words("paper.date.weekday", day=self.day(day), weekday=self.weekdays[day.weekday()])

    def moment(self, moment: datetime) -> str:
        """One day with its weekday, and the hour."""
        return f"{self.weekday(moment.date())}{self.words('paper.comma')}{moment:%H:%M}"

    def span(self, start: date, end: date) -> str:
        """From one day to another; what they share is written once."""
        if start == end:
            return self.day(start)
        month, last = self.months[start.month - 1], self.months[end.month - 1]
        values = {"day": start.day, "last_day": end.day, "month": month, "last_month": last, "year": start.year}
        if start.year != end.year:
            return self.words("paper.date.years", first=self.day(start), last=self.day(end))
        key = "within_month" if start.month == end.month else "within_year"
        return self.words(f"paper.date.{key}", **values)

    def hours(self, start: datetime, end: datetime) -> str:
        """Hours of one item; the end names its day where it is another one."""
        until = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%H:%M} ({self.day(end.date())})"
        return f"{start:%H:%M}" if start == end else f"{start:%H:%M}–{until}"
