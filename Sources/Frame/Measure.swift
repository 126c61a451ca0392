package import Kernel
package import Storage

/// The members of one element of a vector, in the order of the dimensions asked for.
package typealias MemberKey = [Int]

/// A named quantity with one definition, asked for by name from any room.
package protocol Measure: Sendable {
    /// Its name: `attendance/unexcused`.
    var name: String { get }
    /// What people call it.
    var title: Text { get }
    /// How it is counted, in a sentence for people, with the regulation it follows.
    var definition: Text { get }
    /// The unit.
    var unit: MeasureUnit { get }
    /// The dimensions it can be laid out along.
    var dimensions: Set<Dimension> { get }

    /// The names of the tables of facts that it is made of; empty where it does not say.
    var factTables: Set<String> { get }

    /// The tallies of a selection, one for each combination of members that has any.
    ///
    /// With no dimension the vector has one element, under the empty key, or none where nothing is known.
    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally]

    /// The sums of a selection without numbers of people, each combination of members that has any once, in no order.
    ///
    /// For what judges single pupils of a whole board: nobody is counted, and nothing is held. The key is lent for
    /// the call.
    func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws

    /// Whether nothing but imports, edits of registers and changes of rules change it, so that its answers are
    /// remembered until one of them comes.
    var standsStill: Bool { get }

    /// The names of the rules with dates that its numbers follow: `unexcused-limit`.
    var rules: [String] { get }

    /// The rows behind one figure; summing their parts gives its tally.
    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow]
}

/// One stored row that a figure rests on.
package struct EvidenceRow: Hashable, Sendable {
    /// The pupil, or 0.
    package var pupil: PupilID
    /// The day, or nil where the row has none.
    package var day: Day?
    /// What the row says, in both languages.
    package var words: Text
    /// What it says to those who may not know of health, where that is less.
    package var withoutHealth: Text?
    /// Why a lesson was missed, where the row tells it: for those alone who may know of health, whatever the reason.
    package var reason: Text?
    /// Its part of the numerator.
    package var numerator: Int
    /// Its part of the denominator.
    package var denominator: Int
    /// The import that brought it; 0 when a person typed it.
    package var batch: BatchID
    /// Where in the batch's files it stood.
    package var source: SourcePlace
    /// The row of a register that it is, which does not keep its import itself; nil where it is none.
    package var register: RegisterRowName?
    /// The subject, or 0.
    package var subject = 0
    /// Whether whoever may see the pupils is told whose row it is.
    ///
    /// Not where fewer people know that there is such a row at all: a case, a sign of risk, an entry of behaviour.
    package var isNamed = false

    /// A row.
    package init(
        pupil: PupilID,
        day: Day?,
        words: Text,
        withoutHealth: Text? = nil,
        numerator: Int,
        denominator: Int,
        batch: BatchID,
        source: SourcePlace,
        register: RegisterRowName? = nil
    ) {
        self.pupil = pupil
        self.day = day
        self.words = words
        self.withoutHealth = withoutHealth
        self.numerator = numerator
        self.denominator = denominator
        self.batch = batch
        self.source = source
        self.register = register
    }

    /// One thing that is counted as it is, of no pupil and of no import of its own: an institution, a class, a meeting.
    package init(counted words: Text, on day: Day? = nil, register: RegisterRowName? = nil) {
        self.init(
            pupil: PupilID(rawValue: 0),
            day: day,
            words: words,
            numerator: 1,
            denominator: 1,
            batch: BatchID(rawValue: 0),
            source: .none,
            register: register
        )
    }

    /// A class that is counted, by its number, where no register is at hand that has its name.
    package init(classNumber number: Int) {
        self.init(counted: Text(lv: "Klase Nr. \(number)", en: "Class No. \(number)"))
    }
}

/// A row of a register by its table and key.
package struct RegisterRowName: Hashable, Sendable {
    /// The table.
    package let table: String
    /// The key without the tenant.
    package let key: [Int]

    /// The row of a table.
    package init(_ table: RegisterTable, _ key: [Int]) {
        self.table = table.name.text
        self.key = key
    }
}

extension Measure {
    package var standsStill: Bool { false }
    package var factTables: Set<String> { [] }

    package func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        for (key, tally) in try vector(selection, over: dimensions, tenant: tenant, connection) {
            try take(key, tally.numerator, tally.denominator)
        }
    }

    /// Most count what was recorded, whatever is in force.
    package var rules: [String] { [] }

    /// The tally of the whole selection, or nil where nothing is known.
    package func tally(_ selection: Selection, tenant: TenantID, _ connection: Connection) throws -> Tally? {
        try vector(selection, over: [], tenant: tenant, connection)[[]]
    }
}

extension Refusal {
    /// A measure was asked along a direction that it does not have.
    package static let noSuchLayout = Refusal(
        .usage,
        Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
        advice: Text(lv: "Izvēlieties citu griezumu.", en: "Choose another layout.")
    )
}
