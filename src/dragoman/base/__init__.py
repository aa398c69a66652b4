"""The ground floor: settings, errors and progress, known to every room."""
