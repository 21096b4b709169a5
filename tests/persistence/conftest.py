from tests.persistence.thing import things

__all__ = ["things"]
