"""Use cases, one verb a file. They see ports, never adapters."""
