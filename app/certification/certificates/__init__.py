"""What a candidate receives once the results are published, and what anyone she gives her code to may read."""
