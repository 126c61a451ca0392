import Access
import Frame
import Kernel

/// Reports that show persons leave as files only through the guard of exports.
struct ExportGuard {
    let desk: Desk

    /// The report with the mark of who took it out; a refusal where it has to wait for a second person.
    ///
    /// A report that shows nobody passes as it is.
    func pass(_ answer: AnsweredReport, reason: String) async throws -> AnsweredReport {
        switch try await ask(answer, reason: reason) {
        case .permitted(let permit)?: return answer.marked(permit)
        case .needsReason(let ceiling)?: throw Refusal.exportNeedsReason(ceiling)
        case .waits(let number)?: throw Refusal.exportWaits(number)
        case nil: return answer
        }
    }

    /// What the guard says; nil where the report shows nobody.
    func ask(_ answer: AnsweredReport, reason: String) async throws -> ExportOutcome? {
        let staff = answer.staff
        guard !answer.persons.isEmpty || !staff.isEmpty else { return nil }
        let places = answer.places.isEmpty ? answer.selection.exportScopes : answer.places
        return try await PersonExports(desk).ask(
            answer.exportKey(in: .around(places)),
            answer.persons,
            staff: staff,
            in: places,
            reason: reason
        )
    }
}

extension AnsweredReport {
    /// What is exported, as an approval keeps it: the report, its year, and all that is chosen besides the place.
    ///
    /// An approval is for one question: another term, subject or pupil needs another. Persons stand in it by number.
    func exportKey(in scope: Scope) -> String {
        let chosen = FilterKinds.chosen(selection).filter { chosen in
            switch ReportFilter(rawValue: chosen.name) {
            case .year?: false
            // The approval keeps the scope beside; where that is wider, the key says what was chosen.
            case .institution?: selection.institution != scope.institution
            case .classGroup?: selection.classGroup != scope.classGroup
            default: true
            }
        }
        return (["\(id) \(selection.year)"] + chosen.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }

    /// The report with the mark of who took it out.
    func marked(_ permit: ExportPermit) -> AnsweredReport {
        var report = self
        report.document.notes.append(permit.watermark)
        report.watermark = permit.watermark
        return report
    }
}
