"""The rules of the trade, as values and pure functions: no Qt, HTTP, SQL, clock or files."""
