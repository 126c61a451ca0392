import Frame
import Kernel
import Pages

extension ReportRequest {
    /// A request as it was kept: the report's name and the filters in the words of an address.
    init(report: String, chosen: String) {
        self.init(report)
        let kept = FormBody(urlEncoded: Array(chosen.utf8)).fields
        for filter in ReportFilter.allCases {
            guard let text = kept[filter.rawValue]?.last, !text.isEmpty else { continue }
            self[filter] = text
        }
    }

    /// A request from the hidden fields of a form.
    init(form request: PageRequest) {
        self.init(request.field("report"))
        for filter in ReportFilter.allCases {
            let text = request.field(filter.rawValue)
            if !text.isEmpty { self[filter] = text }
        }
    }

    /// What is chosen, in the order of filters.
    var pairs: [(name: String, value: String)] {
        ReportFilter.allCases.compactMap { filter in self[filter].map { (filter.rawValue, $0) } }
    }

    /// The report's page with everything chosen.
    var address: Address {
        pairs.reduce(Address("/reports/" + report)) { $0.adding($1.name, $1.value) }
    }

    /// The filters as they are kept.
    var kept: String {
        let query = pairs.reduce(Address("/")) { $0.adding($1.name, $1.value) }.text
        return String(query.dropFirst(2))
    }

    /// The hidden fields of a form about the report as it is narrowed.
    var hiddenParts: [Form.Part] {
        [.hidden(name: "report", value: report)] + pairs.map { .hidden(name: $0.name, value: $0.value) }
    }

    /// Whether it names a person, so that it is nobody's but the one's who asked.
    var namesPerson: Bool { self[.pupil] != nil || self[.teacher] != nil }
}
