package import Kernel
package import Storage

/// A room's one exported value: everything the house needs to know of it.
///
/// A new report, measure, import format or page is a file in its room and one word here.
package struct Room: Sendable {
    /// The stable name, first part of addresses and report names: `attendance`.
    package let name: String
    /// What people call it.
    package let title: Text
    /// Its migrations, oldest first.
    package let migrations: [Migration]
    /// Permissions it adds to the common ones.
    package let permissions: [Permission]
    /// Its register tables.
    package let registers: [RegisterTable]
    /// Its fact tables.
    package let facts: [FactTable]
    /// Its measures.
    package let measures: [any Measure]
    /// Its reports.
    package let reports: [any Report.Type]
    /// Its import formats.
    package let imports: [any ImportFormat.Type]
    /// Saved mappings that it ships.
    package let mappings: [Mapping]
    /// Its pages.
    package let pages: [any Page]
    /// Its entries in the main navigation.
    package let navigation: [NavigationEntry]
    /// Its own pages about a pupil, which the page of a pupil leads to; each path has `:pupil`.
    package let pupilPages: [NavigationEntry]
    /// What it says of a pupil in a few lines on the page of the pupil.
    package let pupilLines: [any PupilLines.Type]
    /// What it says on that page of what came along from another institution.
    package let transferParts: [any TransferPart.Type]
    /// What it does when data or rules change.
    package let listeners: [any ChangeListener]
    /// Kinds of things with a date that it has: reviews, tasks, steps.
    package let dues: [any DueSource.Type]
    /// Kinds of records that it keeps for a time of their own.
    package let keeping: [any TimedRecords.Type]
    /// Tables that past years are counted from: their rows stay without words when the person goes.
    package let counted: [CountedRows]
    /// What the codes in columns of its tables stand for.
    package let codes: [ColumnCode]
    /// Its pages that are read without signing in, each offered while it has something to show.
    package let openDoors: [any OpenDoor.Type]
    /// Kinds of records of a person that others give out than whoever answers the person's request.
    package let givenApart: [any GivenApart.Type]
    /// What it knows of numbers that measures are held against: of the state, of plans.
    package let benchmarks: [any BenchmarkSource.Type]

    /// A room.
    package init(
        _ name: String,
        _ title: Text,
        migrations: [Migration] = [],
        permissions: [Permission] = [],
        registers: [RegisterTable] = [],
        facts: [FactTable] = [],
        measures: [any Measure] = [],
        reports: [any Report.Type] = [],
        imports: [any ImportFormat.Type] = [],
        mappings: [Mapping] = [],
        pages: [any Page] = [],
        navigation: [NavigationEntry] = [],
        pupilPages: [NavigationEntry] = [],
        pupilLines: [any PupilLines.Type] = [],
        transferParts: [any TransferPart.Type] = [],
        listeners: [any ChangeListener] = [],
        dues: [any DueSource.Type] = [],
        keeping: [any TimedRecords.Type] = [],
        counted: [CountedRows] = [],
        codes: [ColumnCode] = [],
        openDoors: [any OpenDoor.Type] = [],
        givenApart: [any GivenApart.Type] = [],
        benchmarks: [any BenchmarkSource.Type] = []
    ) {
        self.name = name
        self.title = title
        self.migrations = migrations
        self.permissions = permissions
        self.registers = registers
        self.facts = facts
        self.measures = measures
        self.reports = reports
        self.imports = imports
        self.mappings = mappings
        self.pages = pages
        self.navigation = navigation
        self.pupilPages = pupilPages
        self.pupilLines = pupilLines
        self.transferParts = transferParts
        self.listeners = listeners
        self.dues = dues
        self.keeping = keeping
        self.counted = counted
        self.codes = codes
        self.openDoors = openDoors
        self.givenApart = givenApart
        self.benchmarks = benchmarks
    }
}

extension Room {
    /// The room with a wing: another target's tables, pages and reports under this room's name.
    ///
    /// A wing is built apart, so that what it keeps to itself no file of the room can reach.
    package func with(wing: Room) -> Room {
        Room(
            name,
            title,
            migrations: Room.byMonth(migrations + wing.migrations),
            permissions: permissions + wing.permissions,
            registers: registers + wing.registers,
            facts: facts + wing.facts,
            measures: measures + wing.measures,
            reports: reports + wing.reports,
            imports: imports + wing.imports,
            mappings: mappings + wing.mappings,
            pages: pages + wing.pages,
            navigation: navigation + wing.navigation,
            pupilPages: pupilPages + wing.pupilPages,
            pupilLines: pupilLines + wing.pupilLines,
            transferParts: transferParts + wing.transferParts,
            listeners: listeners + wing.listeners,
            dues: dues + wing.dues,
            keeping: keeping + wing.keeping,
            counted: counted + wing.counted,
            codes: codes + wing.codes,
            openDoors: openDoors + wing.openDoors,
            givenApart: givenApart + wing.givenApart,
            benchmarks: benchmarks + wing.benchmarks
        )
    }

    /// Migrations in the order of the months that their ids begin with; within a month they stay as they are.
    ///
    /// What a wing adds at its own end would otherwise stand before those of the wings behind it, and a database that
    /// has these would be refused.
    private static func byMonth(_ migrations: [Migration]) -> [Migration] {
        migrations.enumerated()
            .sorted { ($0.element.id.prefix(7), $0.offset) < ($1.element.id.prefix(7), $1.offset) }
            .map(\.element)
    }
}

/// An entry of the main navigation, shown to those who hold its permission anywhere.
package struct NavigationEntry: Sendable {
    /// The words.
    package let title: Text
    /// The address.
    package let path: String
    /// The permission that shows it.
    package let permission: Permission
    /// Smaller comes first.
    package let order: Int
    /// Where the pages begin that one comes to from here: the entry is marked on them too; `:pupil` stands for any part.
    package let alsoAt: [String]

    /// An entry.
    package init(
        _ title: Text,
        _ path: String,
        _ permission: Permission,
        order: Int,
        alsoAt: [String] = []
    ) {
        self.title = title
        self.path = path
        self.permission = permission
        self.order = order
        self.alsoAt = alsoAt
    }
}
