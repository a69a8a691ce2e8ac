"""The tabs; `pages` lists them."""
