"""The window. It reads through ports and hands jobs to the lane; it calls no service and writes no database."""
