"""The pages of the service's own staff: owns no rule and no table."""
