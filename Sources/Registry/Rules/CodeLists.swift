package import Frame
package import Kernel
package import Storage

/// An item of a code list with the period in which it may be used.
package struct CodeItem: Hashable, Sendable {
    /// The list: `leave-reason`.
    package let list: String
    /// The stable code.
    package let code: String
    /// The first day.
    package let from: Day
    /// The last day; nil while there is none.
    package let to: Day?
    /// What people call it.
    package let words: Text
    /// Smaller comes first.
    package let position: Int
    /// Whether no public source confirms it, so that a board sets it by what it knows.
    package let isEditable: Bool
    /// The kind of absence that the value counts as, by its number; 0 where the list's values have none.
    package var kind = 0
}

/// The code lists of a tenant.
package struct CodeLists: Sendable {
    /// Why a pupil leaves.
    package static let leaveReasons = "leave-reason"
    /// Where a pupil comes from.
    package static let arrivalReasons = "arrival-reason"
    /// Kinds of institutions.
    package static let institutionKinds = "institution-kind"
    /// Why pupils miss lessons; the codes are numbers, and each counts as a kind of absence.
    package static let absenceReasons = "absence-reason"
    /// Why lessons are missed without excuse, as the state's register asks it.
    package static let absenceCauses = "absence-cause"
    /// The learning areas; the codes are their numbers.
    package static let learningAreas = "learning-area"
    /// Forms of study.
    package static let studyForms = "study-form"
    /// Groups of risk of leaving school early; the codes are their numbers.
    package static let riskGroups = "risk-group"
    /// Risks of leaving school early; a code begins with the number of its group: `1-low-marks`.
    package static let riskFactors = "risk-factor"
    /// What is done for a pupil by a plan of support; the codes are their numbers.
    package static let supportMeasures = "support-measure"
    /// What a plan for a talented pupil has planned.
    package static let talentActivities = "talent-activity"
    /// What one institution asks of another in a referral.
    package static let referralKinds = "referral-kind"
    /// Why sets of data about persons are kept; a code is the room and whose data they are: `registry-pupils`.
    package static let processingPurposes = "data-purpose"
    /// By which right they are kept; with the same codes.
    package static let processingBases = "data-basis"

    private let byList: [String: [CodeItem]]

    init(_ items: [CodeItem]) {
        byList = Dictionary(grouping: items, by: \.list)
    }

    /// The lists as they are shipped.
    package static let shipped = CodeLists(CodeSeeds.all)

    /// Loads the lists of a tenant.
    ///
    /// Where it has nothing of a list, the shipped one holds.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> CodeLists {
        let own: [CodeItem] = try connection.rows(
            """
            SELECT list, code, from_day, to_day, lv, en, position, is_editable, counts_as FROM code_list
            WHERE tenant_id = \(tenant) ORDER BY list, position, code, from_day
            """
        )
        let lists = Set(own.map(\.list))
        return CodeLists(own + CodeSeeds.all.filter { !lists.contains($0.list) })
    }

    /// The items of a list on a day, in order.
    package func items(_ list: String, on day: Day) -> [CodeItem] {
        (byList[list] ?? []).filter { item in
            item.from <= day && (item.to.map { day <= $0 } ?? true)
        }
    }

    /// Every item of a list in order, those of past and coming periods too.
    func all(_ list: String) -> [CodeItem] { byList[list] ?? [] }

    /// The words of a code, of any period; the code itself where no list has it.
    ///
    /// A tenant's list is from the day on which the tenant was made: a code that the program learned since has the
    /// shipped words until the tenant gives it others.
    package func words(_ list: String, _ code: String) -> Text {
        item(list, code)?.words ?? CodeLists.shipped.item(list, code)?.words ?? Text(same: code)
    }

    private func item(_ list: String, _ code: String) -> CodeItem? { byList[list]?.last { $0.code == code } }

    /// What a text of a file means in a row of a day.
    package enum Meaning: Hashable, Sendable {
        /// A code that may be used on the day.
        case code(String)
        /// A value that was used no longer on the day.
        case ended(CodeItem)
        /// No value of the list.
        case unknown
    }

    /// What a text means in a row of a day: a code, or its words in either language.
    ///
    /// Only an end is looked at: a value that a board adds today serves for rows of last year that are imported with
    /// it.
    package func meaning(_ list: String, of text: String, on day: Day) -> Meaning {
        let key = LatvianKey.search(text)
        let meant = (byList[list] ?? []).filter { item in
            [item.code, item.words.lv, item.words.en].contains { LatvianKey.search($0) == key }
        }
        if let item = meant.first(where: { $0.to.map { day <= $0 } ?? true }) { return .code(item.code) }
        return meant.last.map { Meaning.ended($0) } ?? .unknown
    }

    /// The code that a text means in a row of a day; nil where it means none that may be used then.
    package func code(_ list: String, written text: String, on day: Day) -> String? {
        if case .code(let code) = meaning(list, of: text, on: day) { code } else { nil }
    }
}

extension CodeItem: Readable {
    package init(row: inout Row) throws {
        list = try row.next()
        code = try row.next()
        from = try row.next()
        let end: Day = try row.next()
        to = end.number == 0 ? nil : end
        words = Text(lv: try row.next(), en: try row.next())
        position = try row.next()
        isEditable = try row.next()
        kind = try row.next()
    }
}
