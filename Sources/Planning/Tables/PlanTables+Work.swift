/// The tables of what is to be done and of what came of it.
extension PlanTables {
    static let activities = """
        CREATE TABLE plan_goal (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 3),
            name TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_goal_number ON plan_goal (tenant_id, plan_id, number);
        CREATE TABLE plan_activity (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            goal_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            aim TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            responsible TEXT NOT NULL DEFAULT '',
            involved TEXT NOT NULL DEFAULT '',
            years TEXT NOT NULL DEFAULT '',
            from_day INTEGER NOT NULL DEFAULT 0,
            to_day INTEGER NOT NULL DEFAULT 0,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_activity_number ON plan_activity (tenant_id, plan_id, number);
        CREATE TABLE plan_recurrence (
            tenant_id INTEGER NOT NULL,
            activity_id INTEGER NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            name TEXT NOT NULL DEFAULT '',
            least INTEGER NOT NULL CHECK (least >= 0),
            most INTEGER NOT NULL CHECK (most >= least),
            rhythm INTEGER NOT NULL CHECK (rhythm BETWEEN 1 AND 4),
            in_each INTEGER NOT NULL DEFAULT 0 CHECK (in_each IN (0, 1)),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, activity_id, ordinal),
            FOREIGN KEY (tenant_id, activity_id) REFERENCES plan_activity (tenant_id, id)
        ) {register};

        """

    static let tasks = """
        CREATE TABLE plan_task (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            activity_id INTEGER NOT NULL,
            number TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            term TEXT NOT NULL DEFAULT '',
            from_day INTEGER NOT NULL DEFAULT 0,
            to_day INTEGER NOT NULL DEFAULT 0,
            doer TEXT NOT NULL DEFAULT '',
            supervisor TEXT NOT NULL DEFAULT '',
            person TEXT NOT NULL DEFAULT '',
            state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
            done_day INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, activity_id) REFERENCES plan_activity (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_task_number ON plan_task (tenant_id, plan_id, number);
        CREATE TABLE plan_resource (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            institution_id INTEGER NOT NULL DEFAULT 0,
            goal_id INTEGER NOT NULL DEFAULT 0,
            activity_id INTEGER NOT NULL DEFAULT 0,
            number TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            human TEXT NOT NULL DEFAULT '',
            support TEXT NOT NULL DEFAULT '',
            finance TEXT NOT NULL DEFAULT '',
            duration TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            responsible TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        CREATE UNIQUE INDEX plan_resource_number ON plan_resource (tenant_id, plan_id, number);
        CREATE TABLE plan_outcome (
            tenant_id INTEGER NOT NULL,
            activity_id INTEGER NOT NULL,
            year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
            spent INTEGER NOT NULL DEFAULT -1 CHECK (spent >= -1),
            planned TEXT NOT NULL DEFAULT '',
            done TEXT NOT NULL DEFAULT '',
            impact TEXT NOT NULL DEFAULT '',
            factors TEXT NOT NULL DEFAULT '',
            state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, activity_id, year),
            FOREIGN KEY (tenant_id, activity_id) REFERENCES plan_activity (tenant_id, id)
        ) {register};

        """

    static let work = """
        CREATE TABLE plan_event (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            activity_id INTEGER NOT NULL,
            ordinal INTEGER NOT NULL DEFAULT 0,
            task_id INTEGER NOT NULL DEFAULT 0,
            institution_id INTEGER NOT NULL DEFAULT 0,
            day INTEGER NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            participants INTEGER NOT NULL DEFAULT -1 CHECK (participants >= -1),
            sheet TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            account_id INTEGER NOT NULL DEFAULT 0,
            is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, activity_id) REFERENCES plan_activity (tenant_id, id)
        ) {register};
        CREATE INDEX plan_event_activity ON plan_event (tenant_id, activity_id, day);
        CREATE TABLE plan_cycle (
            tenant_id INTEGER NOT NULL,
            plan_id INTEGER NOT NULL,
            year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
            step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 5),
            day INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, plan_id, year, step),
            FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
        ) {register};
        """
}
