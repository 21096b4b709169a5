"""What Piccolo asks of a project: its engine and its tables."""

from piccolo.conf.apps import AppRegistry

from app.persistence.engine import engine

DB = engine()
APP_REGISTRY = AppRegistry(apps=["app.persistence.registry"])
