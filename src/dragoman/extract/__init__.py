"""The workshop that turns a Document into statements, each with the quote that proves it."""
