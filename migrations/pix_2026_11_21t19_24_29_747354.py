from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-21T19:24:29:747354"
VERSION = "1.38.0"
DESCRIPTION = "What the invigilator said of an alert, beside the chain of events"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="pix", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="LiveAlert",
        tablename="live_alert",
        column_name="word",
        db_column_name="word",
        column_class_name="Varchar",
        column_class=Varchar,
        params={
            "length": 200,
            "default": "",
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
