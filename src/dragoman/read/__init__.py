"""The workshop that turns files into Documents: text with stable offsets, or tables."""
