"""What a campaign can aim at: profiles made by the service, their stages and badges."""
