"""Folding what is known into what people see: one HTML file, exports. It takes plain objects and knows no store."""
