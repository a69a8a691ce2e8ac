"""The tables, as steps from one version to the next. A step that was released is never changed; a change is a new one.

Every table carries the environment. Amounts are text or whole cents, times are UTC in ISO 8601; STRICT keeps both so.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """`statements` in plain SQL, so that a step does the same in years, whatever a library then does."""

    name: str
    statements: tuple[str, ...]


BOOKS = (
    Step(
        "0001_first",
        (
            """
            CREATE TABLE setting (
                environment TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, -- JSON
                who TEXT NOT NULL, at TEXT NOT NULL,
                PRIMARY KEY (environment, path)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE link (
                environment TEXT NOT NULL, relation TEXT NOT NULL, account_id TEXT NOT NULL, rule TEXT NOT NULL,
                who TEXT NOT NULL, at TEXT NOT NULL,
                PRIMARY KEY (environment, relation)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE link_refused (
                environment TEXT NOT NULL, relation TEXT NOT NULL, account_id TEXT NOT NULL,
                who TEXT NOT NULL, at TEXT NOT NULL,
                PRIMARY KEY (environment, relation, account_id)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE override_by_hand (
                environment TEXT NOT NULL, invoice TEXT NOT NULL, line INTEGER NOT NULL, -- -1: no line
                field TEXT NOT NULL, value TEXT NOT NULL, rule_value TEXT NOT NULL,
                who TEXT NOT NULL, at TEXT NOT NULL, made_for TEXT NOT NULL,
                PRIMARY KEY (environment, invoice, line, field)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE operation (
                id INTEGER PRIMARY KEY AUTOINCREMENT, environment TEXT NOT NULL,
                subject TEXT NOT NULL, kind TEXT NOT NULL, division INTEGER NOT NULL,
                payload BLOB NOT NULL, payload_sha256 TEXT NOT NULL,
                state TEXT NOT NULL, attempt INTEGER NOT NULL, sending_at TEXT, looked_up_clean INTEGER NOT NULL,
                remote_id TEXT NOT NULL, remote_number INTEGER, message TEXT NOT NULL,
                evidence TEXT NOT NULL, -- JSON
                depends_on INTEGER REFERENCES operation (id), added_at TEXT NOT NULL, changed_at TEXT NOT NULL,
                UNIQUE (environment, subject, kind)
            ) STRICT
            """,
            "CREATE INDEX operation_by_state ON operation (environment, state, kind)",
            """
            CREATE TABLE attempt (
                id INTEGER PRIMARY KEY AUTOINCREMENT, operation INTEGER NOT NULL REFERENCES operation (id),
                n INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL, state TEXT NOT NULL,
                message TEXT NOT NULL, evidence TEXT NOT NULL -- JSON
            ) STRICT
            """,
            "CREATE INDEX attempt_by_operation ON attempt (operation)",
            """
            CREATE TABLE payment (
                id INTEGER PRIMARY KEY AUTOINCREMENT, environment TEXT NOT NULL, invoice TEXT NOT NULL,
                status TEXT NOT NULL, open_amount TEXT NOT NULL, written_back INTEGER NOT NULL, at TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX payment_by_invoice ON payment (environment, invoice, id)",
            """
            CREATE TABLE history (
                id INTEGER PRIMARY KEY AUTOINCREMENT, environment TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
                what TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL -- JSON
            ) STRICT
            """,
            "CREATE INDEX history_by_subject ON history (environment, subject)",
            *(
                f"""
                CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON {table}
                BEGIN SELECT raise(ABORT, '{table} is append-only'); END
                """
                for table in ("attempt", "payment", "history")
                for verb in ("UPDATE", "DELETE")
            ),
        ),
    ),
)
"""`books.db`: what nobody can give again."""


CACHE = (
    Step(
        "0001_first",
        (
            """
            CREATE TABLE master (
                environment TEXT NOT NULL, list TEXT NOT NULL, position INTEGER NOT NULL,
                row TEXT NOT NULL, -- JSON
                PRIMARY KEY (environment, list, position)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE account (
                environment TEXT NOT NULL, id TEXT NOT NULL, timestamp INTEGER NOT NULL,
                code TEXT NOT NULL, name TEXT NOT NULL, vat_number TEXT NOT NULL, chamber_of_commerce TEXT NOT NULL,
                country TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL, status TEXT NOT NULL,
                is_supplier INTEGER NOT NULL, is_blocked INTEGER NOT NULL,
                PRIMARY KEY (environment, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX account_by_timestamp ON account (environment, timestamp)",
            """
            CREATE TABLE transaction_line (
                environment TEXT NOT NULL, id TEXT NOT NULL, timestamp INTEGER NOT NULL,
                entry_id TEXT NOT NULL, line_number INTEGER NOT NULL,
                journal TEXT NOT NULL, year INTEGER NOT NULL, period INTEGER NOT NULL, entry_number INTEGER NOT NULL,
                your_ref TEXT NOT NULL, account TEXT, type INTEGER NOT NULL, date TEXT,
                amount TEXT NOT NULL, vat_code TEXT NOT NULL, vat_amount TEXT NOT NULL, gl_account TEXT NOT NULL,
                PRIMARY KEY (environment, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX transaction_line_by_timestamp ON transaction_line (environment, timestamp)",
            "CREATE INDEX transaction_line_by_entry ON transaction_line (environment, entry_id)",
            """
            CREATE TABLE standing_entry ( -- put together from transaction_line whenever one of its lines is written
                environment TEXT NOT NULL, id TEXT NOT NULL,
                journal TEXT NOT NULL, year INTEGER NOT NULL, period INTEGER NOT NULL, entry_number INTEGER NOT NULL,
                your_ref TEXT NOT NULL, your_ref_folded TEXT NOT NULL, account TEXT, amount TEXT NOT NULL,
                entry_date TEXT, vat TEXT NOT NULL, -- JSON
                type INTEGER NOT NULL,
                PRIMARY KEY (environment, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX standing_entry_by_number ON standing_entry (environment, journal, year, entry_number)",
            "CREATE INDEX standing_entry_by_reference ON standing_entry (environment, your_ref_folded)",
            """
            CREATE TABLE payment_term (
                environment TEXT NOT NULL, id TEXT NOT NULL, timestamp INTEGER NOT NULL,
                entry TEXT NOT NULL, amount TEXT NOT NULL, is_paid INTEGER NOT NULL,
                PRIMARY KEY (environment, id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX payment_term_by_timestamp ON payment_term (environment, timestamp)",
            "CREATE INDEX payment_term_by_entry ON payment_term (environment, entry)",
            """
            CREATE TABLE invoice ( -- `number`: what tables hold in place of the id, kept when a row is read again
                number INTEGER PRIMARY KEY, environment TEXT NOT NULL, id TEXT NOT NULL,
                kind TEXT NOT NULL, type TEXT NOT NULL, invoice_number TEXT, date TEXT NOT NULL, due_date TEXT,
                relation TEXT, relation_name TEXT NOT NULL, total_incl_cents INTEGER, currency TEXT,
                sent INTEGER NOT NULL, status TEXT NOT NULL, updated_at TEXT, -- UTC
                body TEXT NOT NULL, -- JSON, the whole invoice
                UNIQUE (environment, id)
            ) STRICT
            """,
            # each sorts a table of 500,000 rows by one column without reading the rows (measured 1.2)
            "CREATE INDEX invoice_by_date ON invoice (environment, kind, date)",
            "CREATE INDEX invoice_by_number ON invoice (environment, kind, invoice_number)",
            "CREATE INDEX invoice_by_relation ON invoice (environment, kind, relation_name)",
            "CREATE INDEX invoice_by_total ON invoice (environment, kind, total_incl_cents)",
            "CREATE INDEX invoice_by_update ON invoice (environment, kind, updated_at)",
            "CREATE INDEX invoice_that_waits ON invoice (environment, kind, id, invoice_number) WHERE sent = 0",
            """
            CREATE TABLE contested_relation (
                environment TEXT NOT NULL, relation TEXT NOT NULL,
                PRIMARY KEY (environment, relation)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Step(
        "0002_listed_invoice",
        (
            """
            CREATE TABLE listed_invoice ( -- what a screen shows of an invoice, put together when it changes
                n INTEGER PRIMARY KEY, environment TEXT NOT NULL, invoice TEXT NOT NULL,
                kind TEXT NOT NULL, type TEXT NOT NULL, number TEXT NOT NULL, date TEXT NOT NULL,
                relation_name TEXT NOT NULL, journal TEXT NOT NULL, state TEXT NOT NULL,
                problem TEXT NOT NULL, problem_blocks INTEGER NOT NULL, more_problems INTEGER NOT NULL,
                excl INTEGER NOT NULL, vat INTEGER NOT NULL, incl INTEGER NOT NULL, -- cents, with the entry's sign
                currency TEXT NOT NULL, entry_number INTEGER, search TEXT NOT NULL, -- folded
                UNIQUE (environment, invoice)
            ) STRICT
            """,
            *(
                f"CREATE INDEX listed_invoice_by_{column} ON listed_invoice (environment, {column}, n)"
                for column in ("number", "state", "journal", "date", "relation_name", "excl", "vat", "incl")
            ),
        ),
    ),
    Step(
        "0003_account_address",
        (
            "ALTER TABLE account ADD COLUMN address_line1 TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE account ADD COLUMN phone TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE account ADD COLUMN search TEXT NOT NULL DEFAULT ''",  # folded
            "UPDATE account SET timestamp = 0",  # the next reading gives all of them again, with what they lack
        ),
    ),
)
"""`cache.db`: what Robaws and Exact can give again."""
