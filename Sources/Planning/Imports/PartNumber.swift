internal import Frame
internal import Kernel
internal import Registry

/// What Sekme itself calls a part of a programme in files: another number of the document, name or place changes nothing of it.
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
        guard let row = RowNumber(text),
            let part = ProgrammePart.allCases.first(where: { $0.code == row.kind })
        else { return nil }
        self.init(row.tenant, part, row.id)
    }

    /// The number as files have it.
    var text: String { RowNumber(tenant, part.code, id).text }
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
