import Frame
import Kernel

/// A report is narrowed by the filters that it has, and by no other.
///
/// One that it does not have would narrow its numbers, and neither the page nor a file would name it.
extension ReportRequest {
    /// What is chosen of filters that a report does not have, in the order of filters.
    func undeclared(by report: any Report.Type) -> [ReportFilter] {
        ReportFilter.allCases.filter { self[$0] != nil && !report.filters.contains($0) }
    }

    /// The request with nothing but filters that its report has.
    func declared(in house: HouseBook) -> ReportRequest {
        guard let report = house.report(self.report)?.report else { return self }
        return undeclared(by: report).reduce(into: self) { $0[$1] = nil }
    }

    /// Refuses what is chosen of filters that the report does not have: who typed it means something by it.
    func requireDeclared(in house: HouseBook) throws(Refusal) {
        guard let report = house.report(self.report)?.report else { return }
        let undeclared = undeclared(by: report)
        guard undeclared.isEmpty else { throw Refusal.noSuchFilter(undeclared, report) }
    }
}

extension ReportDocument {
    /// Says which filters of an address were left out; nothing where there are none.
    mutating func tell(leftOut filters: [ReportFilter]) {
        guard !filters.isEmpty else { return }
        let isOne = filters.count == 1
        let lv = filters.map { "„\($0.label.lv)”" }.joined(separator: ", ")
        let en = filters.map { "“\($0.label.en)”" }.joined(separator: ", ")
        notes.append(
            Text(
                lv: isOne
                    ? "Atskaitei nav filtra \(lv), tāpēc tas nav ņemts vērā."
                    : "Atskaitei nav filtru \(lv), tāpēc tie nav ņemti vērā.",
                en: isOne
                    ? "The report has no filter \(en), so it was left out."
                    : "The report has no filters \(en), so they were left out."
            )
        )
    }
}

extension Refusal {
    /// A filter that a report does not have, with those that it has, as a command takes them.
    static func noSuchFilter(_ undeclared: [ReportFilter], _ report: any Report.Type) -> Refusal {
        let isOne = undeclared.count == 1
        let names = words(undeclared)
        let declared = words(ReportFilter.allCases.filter { report.filters.contains($0) })
        return Refusal(
            .usage,
            Text(
                lv: "Atskaitei „\(report.title.lv)” nav \(isOne ? "filtra" : "filtru") \(names).",
                en: "The report “\(report.title.en)” has no \(isOne ? "filter" : "filters") \(names)."
            ),
            advice: Text(lv: "Tai ir: \(declared).", en: "It has: \(declared).")
        )
    }

    private static func words(_ filters: [ReportFilter]) -> String {
        filters.map { "--\($0.rawValue)" }.joined(separator: ", ")
    }
}
