/// The tables of money and of indicators.
extension PlanTables {
    static let money = """
        CREATE TABLE plan_line (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            printed INTEGER NOT NULL DEFAULT -1 CHECK (printed >= -1),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_line_number ON plan_line (tenant_id, plan_id, number);
        CREATE TABLE plan_amount (
            tenant_id INTEGER NOT NULL,
            line_id INTEGER NOT NULL,
            year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
            planned INTEGER NOT NULL DEFAULT -1 CHECK (planned >= -1),
            spent INTEGER NOT NULL DEFAULT -1 CHECK (spent >= -1),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, line_id, year),
            FOREIGN KEY (tenant_id, line_id) REFERENCES plan_line (tenant_id, id)
        ) {register};

        """

    static let indicators = """
        CREATE TABLE plan_indicator (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            goal_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            part TEXT NOT NULL DEFAULT '',
            level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 3),
            name TEXT NOT NULL DEFAULT '',
            unit INTEGER NOT NULL CHECK (unit BETWEEN 1 AND 4),
            noun TEXT NOT NULL DEFAULT '',
            base INTEGER NOT NULL DEFAULT -1 CHECK (base >= -1),
            base_words TEXT NOT NULL DEFAULT '',
            base_due INTEGER NOT NULL DEFAULT 0,
            origin INTEGER NOT NULL CHECK (origin BETWEEN 1 AND 3),
            source TEXT NOT NULL DEFAULT '',
            measure TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_indicator_number ON plan_indicator (tenant_id, plan_id, number, part);
        CREATE TABLE plan_target (
            tenant_id INTEGER NOT NULL,
            indicator_id INTEGER NOT NULL,
            year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
            way INTEGER NOT NULL CHECK (way BETWEEN 1 AND 6),
            amount INTEGER NOT NULL DEFAULT -1 CHECK (amount >= -1),
            words TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, indicator_id, year),
            FOREIGN KEY (tenant_id, indicator_id) REFERENCES plan_indicator (tenant_id, id)
        ) {register};
        CREATE TABLE plan_value (
            tenant_id INTEGER NOT NULL,
            indicator_id INTEGER NOT NULL,
            year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
            amount INTEGER NOT NULL,
            source TEXT NOT NULL DEFAULT '',
            day INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, indicator_id, year),
            FOREIGN KEY (tenant_id, indicator_id) REFERENCES plan_indicator (tenant_id, id)
        ) {register};

        """
}
