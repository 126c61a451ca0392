package import Kernel
package import Storage

/// What every room works with: the database, the clock, the tenant and who asks.
///
/// No room asks the machine for the time, so that a test or `--today` decides it.
package struct Desk: Sendable {
    /// The three stores.
    package let database: Database
    /// The tenant.
    package let tenant: TenantID
    /// Who asks.
    package let asker: Asker
    /// What the house knows: measures, reports, formats of all rooms.
    package let house: HouseBook
    /// The instant, as the clock says.
    package let clock: @Sendable () -> Instant
    /// The day that "today" means, if it is not the clock's.
    package let fixedToday: Day?

    /// A desk.
    package init(
        database: Database,
        tenant: TenantID,
        asker: Asker,
        house: HouseBook,
        clock: @escaping @Sendable () -> Instant,
        fixedToday: Day? = nil
    ) {
        self.database = database
        self.tenant = tenant
        self.asker = asker
        self.house = house
        self.clock = clock
        self.fixedToday = fixedToday
    }

    /// Today in Riga.
    package var today: Day { fixedToday ?? clock().day }

    /// The same desk with somebody else before it.
    package func seated(_ asker: Asker) -> Desk {
        Desk(
            database: database,
            tenant: tenant,
            asker: asker,
            house: house,
            clock: clock,
            fixedToday: fixedToday
        )
    }

    /// A desk with somebody before it at noon of a day: what is played of the past happens there and then.
    package func seated(_ asker: Asker, on day: Day) -> Desk {
        let noon = Instant(milliseconds: day.start.milliseconds + 43_200_000)
        return Desk(
            database: database,
            tenant: tenant,
            asker: asker,
            house: house,
            clock: { noon },
            fixedToday: day
        )
    }

    /// Refuses unless the asker may do a thing in a scope.
    @discardableResult
    package func require(_ permission: Permission, in scope: Scope) throws(Refusal) -> Grant {
        guard let grant = asker.grant(permission, in: scope, on: today) else {
            throw Refusal(
                .forbidden,
                Text(
                    lv: "Jūsu loma to neļauj: „\(permission.words.lv)”.",
                    en: "Your role does not allow it: “\(permission.words.en)”."
                ),
                advice: Text(
                    lv: "Ja tas vajadzīgs darbam, lūdziet tiesības iestādes vai pārvaldes administratoram.",
                    en: "If your work needs it, ask the administrator of your institution or board."
                )
            )
        }
        return grant
    }
}

/// The doors of all rooms, put together: what can be asked for by name.
package struct HouseBook: Sendable {
    /// The rooms, in the order of the navigation.
    package let rooms: [Room]
    /// All measures.
    package let measures: MeasureBook

    /// How figures about few people are hidden.
    package let disclosure: any DisclosureControl

    /// Answers of reports that stand still.
    package let answers: any AnswerMemory

    /// The doors of all commands.
    package let commands: [CommandDoor]

    /// Whether rooms are told what changes in data.
    ///
    /// Whoever fills a new tenant has what rooms keep of others' data made once, at the end.
    package var tellsOfChanges = true

    /// A book of rooms; without disclosure control nothing about people is shown.
    package init(
        _ rooms: [Room],
        commands: [CommandDoor] = [],
        disclosure: any DisclosureControl = NothingShown(),
        memory: any VectorMemory = NoMemory(),
        answers: any AnswerMemory = NoMemory()
    ) {
        self.rooms = rooms
        self.commands = commands
        self.answers = answers
        self.disclosure = disclosure
        measures = MeasureBook(
            rooms.flatMap { $0.measures },
            memory: memory,
            benchmarks: rooms.flatMap { $0.benchmarks }
        )
    }

    /// All permissions, the common ones first.
    package var permissions: [Permission] { Permission.common + rooms.flatMap { $0.permissions } }

    /// Every fact table.
    package var facts: [FactTable] { rooms.flatMap { $0.facts } }

    /// Every register table.
    package var registers: [RegisterTable] { rooms.flatMap { $0.registers } }

    /// Every import format.
    package var formats: [any ImportFormat.Type] { rooms.flatMap { $0.imports } }

    /// The report with a full name: `attendance/statistics`.
    package func report(_ id: String) -> (room: Room, report: any Report.Type)? {
        for room in rooms {
            for report in room.reports where "\(room.name)/\(report.name)" == id { return (room, report) }
        }
        return nil
    }
}
