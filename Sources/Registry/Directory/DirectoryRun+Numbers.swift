import Frame
import Kernel
import Storage

/// What the number of Sekme in a line leads to.
enum Numbered<ID: IntegerID>: Hashable, Sendable {
    /// There is none, or another board's that is not known here: codes and names tell.
    case unsaid
    /// This row.
    case one(ID)
    /// Nothing, which was reported: the line must be passed over.
    case refused
}

extension DirectoryRun {
    /// The row of a number, unless there is a fault in it.
    ///
    /// A number of another board leads to the row that was kept under it; one that is not known, or has a fault, says
    /// nothing: it is as good as an identifier of any other system.
    func numbered<ID: IntegerID>(
        _ number: SekmeText,
        _ kind: SourcedKind,
        fault: (ID) throws -> Problem?
    ) rethrows -> Numbered<ID> {
        guard !number.text.isEmpty else { return .unsaid }
        guard let said = SekmeNumber(number.text) else {
            return refuse(NumberProblem.unreadable(number.text), number)
        }
        guard said.kind == kind else { return refuse(NumberProblem.kind(number.text), number) }
        guard said.tenant == run.tenant else {
            guard let id = numbers?.find(kind, number.text).flatMap({ ID(rawValue: $0) }),
                try fault(id) == nil
            else { return .unsaid }
            return .one(id)
        }
        guard let id = ID(rawValue: said.id) else { return .unsaid }
        if let problem = try fault(id) { return refuse(problem, number) }
        return .one(id)
    }

    /// The row of a number, else the one that codes and names lead to, which is kept under another board's number.
    func row<ID: IntegerID>(
        _ numbered: Numbered<ID>,
        _ number: SekmeText,
        _ kind: SourcedKind,
        of institution: InstitutionID?,
        else find: () throws -> ID?
    ) throws -> ID? {
        switch numbered {
        case .one(let id): return id
        case .refused: return nil
        case .unsaid:
            guard let id = try find() else { return nil }
            guard let said = SekmeNumber(number.text), said.tenant != run.tenant else { return id }
            let owner = institution ?? InstitutionID(rawValue: id.rawValue)
            try numbers?.keep(kind, number.text, is: id.rawValue, of: owner, at: number.place)
            return id
        }
    }

    private func refuse<ID: IntegerID>(_ problem: Problem, _ number: SekmeText) -> Numbered<ID> {
        run.staging.reject(problem, at: number.place)
        return .refused
    }
}
