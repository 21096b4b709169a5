from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-21T19:30:45:189844"
VERSION = "1.38.0"
DESCRIPTION = "How many times the names of a candidate were corrected"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="pix", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="Candidate",
        tablename="candidate",
        column_name="names_edition",
        db_column_name="names_edition",
        column_class_name="Integer",
        column_class=Integer,
        params={
            "default": 0,
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
