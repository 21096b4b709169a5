"""The results of a campaign as files: CSV, ODS, XLSX."""
