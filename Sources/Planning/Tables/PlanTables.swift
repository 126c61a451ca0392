internal import Frame
internal import Storage

/// The tables of the room; a table stands after those that it refers to.
enum PlanTables {
    static let all: [RegisterTable] = [
        ActionProgramme.table, Approval.table, Amendment.table, Party.table, Goal.table, Activity.table,
        Recurrence.table, WorkTask.table, Resource.table, Outcome.table, BudgetLine.table, BudgetAmount.table,
        Indicator.table, Target.table, IndicatorValue.table, PlanEvent.table, CycleMark.table,
        AnnualReport.table,
    ]
}

extension Migration {
    static let planning = Migration(
        id: "2026-11-planning",
        tables: PlanTables.all.filter { $0.name != AnnualReport.table.name }.map(note),
        sql: programmes + activities + tasks + money + indicators + work
    )

    private static func note(_ table: RegisterTable) -> TableNote {
        TableNote(
            name: table.name.text,
            // A task names the person who answers for it.
            holds: table.name == WorkTask.table.name ? .staff : .organisations,
            retention: "permanent",
            key: ["tenant_id"] + table.key.map(\.text)
        )
    }

    private static let programmes = """
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

    private static let activities = """
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

    private static let tasks = """
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

    private static let money = """
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

    private static let indicators = """
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

    private static let work = """
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
