"""What programs of partners read of published results: school reports, university admissions. See README.md."""
