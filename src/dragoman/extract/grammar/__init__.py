"""What the Russian and the Chinese grammar share: scenes, rules, and what figures, dates and sayings come to.

A language brings its vocabulary, the finding of its mentions and its rules; it imports from here, never from another.
"""
