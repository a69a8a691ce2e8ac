"""What is kept on disk: `books.db` holds what cannot be fetched again, `cache.db` only what can. One module a port."""
