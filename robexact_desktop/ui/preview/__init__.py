"""The pane beside the invoices: what will be booked and why, what stands in the way, and the document."""
