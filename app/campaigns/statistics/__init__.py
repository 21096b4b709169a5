"""What an organisation, or an academy, has learnt from all its campaigns."""
