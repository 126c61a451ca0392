internal import Frame
internal import Kernel

extension AuditWords {
    /// What was chosen of a filter, as the guard of exports keeps it: `term=1`; nil for any other word.
    static func chosen(_ word: String) -> Text? {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let filter = ReportFilter(rawValue: parts[0]) else { return nil }
        let label = filter.label
        let number = filter.isByNumber ? Text(lv: "Nr. ", en: "no. ") : Text(same: "")
        return Text(lv: ", \(label.lv.lowercased()): ", en: ", \(label.en.lowercased()): ") + number
            + Text(same: parts[1].split(separator: ",").joined(separator: ", "))
    }
}

extension ReportFilter {
    /// Whether what is chosen is a number of a register, which says nothing by itself.
    fileprivate var isByNumber: Bool {
        switch self {
        case .institution, .classGroup, .compared, .institutions, .subject, .teacher, .pupil, .assessment:
            true
        case .year, .term, .grade, .years, .day, .rule, .outcome: false
        }
    }
}
