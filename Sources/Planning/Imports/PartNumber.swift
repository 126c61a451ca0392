internal import Frame
internal import Kernel

/// What Sekme itself calls a part of a programme in files, `sekme-BOARD-KIND-NUMBER`.
///
/// It stays when the part gets another number of the document, another name or another place: as rows of registers have theirs.
struct PartNumber: Hashable, Sendable {
    /// The board that the number is of.
    let tenant: TenantID
    /// What it names.
    let part: ProgrammePart
    /// The row.
    let id: Int

    init(_ tenant: TenantID, _ part: ProgrammePart, _ id: Int) {
        self.tenant = tenant
        self.part = part
        self.id = id
    }

    /// Reads a number, in letters of either size; nil where the text is none.
    init?(_ text: String) {
        let pieces = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(
            String.init
        )
        guard pieces.count == 4, pieces[0] == "sekme", let tenant = Int(pieces[1]), let id = Int(pieces[3]),
            tenant > 0, id > 0, let part = ProgrammePart.allCases.first(where: { $0.code == pieces[2] })
        else { return nil }
        self.init(TenantID(rawValue: tenant), part, id)
    }

    /// The number as files have it.
    var text: String { "sekme-\(tenant.rawValue)-\(part.code)-\(id)" }
}

/// A part that has a number of Sekme in files.
protocol NumberedPart: PlanPart {
    /// What its lines are in the table of programmes.
    static var filePart: ProgrammePart { get }
    /// Its number in the document.
    var number: String { get set }
}

extension Party: NumberedPart {
    static var filePart: ProgrammePart { .party }
}

extension Goal: NumberedPart {
    static var filePart: ProgrammePart { .goal }
}

extension Activity: NumberedPart {
    static var filePart: ProgrammePart { .activity }
}

extension WorkTask: NumberedPart {
    static var filePart: ProgrammePart { .task }
}

extension Resource: NumberedPart {
    static var filePart: ProgrammePart { .resource }
}

extension Indicator: NumberedPart {
    static var filePart: ProgrammePart { .indicator }
}

extension BudgetLine: NumberedPart {
    static var filePart: ProgrammePart { .budget }
}

extension ProgrammePart {
    /// Whether its lines have a number of Sekme; the others go by what they are a part of.
    var isNumbered: Bool {
        switch self {
        case .party, .goal, .activity, .task, .resource, .indicator, .budget: true
        case .programme, .approval, .amendment, .recurrence, .outcome, .target, .value, .amount, .event,
            .step,
            .result:
            false
        }
    }
}
