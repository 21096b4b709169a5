"""The test on the day: its rules read, its code typed, started, left, resumed, paused by an alert, ended."""
