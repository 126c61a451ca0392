/// The tables of a programme itself: its way to approval, its amendments, and who takes part.
extension PlanTables {
    static let programmes = """
        CREATE TABLE plan_programme (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            code TEXT NOT NULL CHECK (code <> ''),
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
            language TEXT NOT NULL DEFAULT 'lv' CHECK (language IN ('lv', 'en')),
            title TEXT NOT NULL DEFAULT '',
            aim TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            from_day INTEGER NOT NULL DEFAULT 0,
            to_day INTEGER NOT NULL DEFAULT 0,
            decision TEXT NOT NULL DEFAULT '',
            decision_day INTEGER NOT NULL DEFAULT 0,
            protocol TEXT NOT NULL DEFAULT '',
            status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_programme_code ON plan_programme (tenant_id, institution_id, code);
        CREATE TABLE plan_approval (
            tenant_id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            step INTEGER NOT NULL CHECK (step >= 1),
            body TEXT NOT NULL DEFAULT '',
            day INTEGER NOT NULL DEFAULT 0,
            reference TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, plan_id, step),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE TABLE plan_amendment (
            tenant_id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            day INTEGER NOT NULL DEFAULT 0,
            decision TEXT NOT NULL DEFAULT '',
            summary TEXT NOT NULL DEFAULT '',
            former TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, plan_id, number),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE TABLE plan_party (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
            member_id INTEGER NOT NULL DEFAULT 0,
            duties TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_party_number ON plan_party (tenant_id, plan_id, number);

        """
}
