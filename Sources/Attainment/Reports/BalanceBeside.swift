internal import Frame
internal import Kernel
internal import Registry

/// Marks and examinations of an institution beside those of similar ones and of the municipality, and of earlier years.
struct BalanceBeside {
    /// The tables that there are something to say in.
    let sections: [ReportSection]
    /// What similar institutions are, where they are shown.
    let definition: Text?

    /// How many years it looks back, the chosen one included.
    private static let span = 3

    init(_ question: Question) throws {
        let wider = try BalanceBeside.wider(question)
        let years = try BalanceBeside.years(question)
        sections = [wider?.section, years].compactMap { $0 }
        definition = wider?.definition
    }

    /// Only for those who work with the pupils of all institutions: the pairs of pupils are nobody else's to add up.
    private static func wider(_ question: Question) throws -> (section: ReportSection, definition: Text)? {
        var whole = question.selection
        guard let institution = whole.institution, whole.classGroup == nil, whole.reach.everything,
            question.asker.may(.readPupils, in: .tenant, on: question.today),
            let rule = try balanceRule(whole.year, question),
            let group = try SimilarInstitutions.of(institution, question)
        else { return nil }
        whole.institution = nil
        let pairs = try BalancePairs(question, whole, rule)
        guard pairs.institutions.contains(where: { $0 != institution.rawValue }) else { return nil }
        let alike = Set(group.others.map(\.rawValue))
        let groups = [
            BalanceGroup(name: question.members.name(.institution, institution.rawValue)) {
                $0 == institution.rawValue
            },
            BalanceGroup(name: Text(lv: "Līdzīgas iestādes", en: "Similar institutions")) {
                alike.contains($0)
            },
            BalanceGroup(name: Text(lv: "Pašvaldība", en: "Municipality")) { _ in true },
        ]
        let section = BalanceTable.section(
            "comparison",
            title: Text(lv: "Salīdzinājums", en: "Comparison"),
            pairs.rows(groups),
            ReportColumn("place", Text(lv: "Kur", en: "Where"), .words)
        )
        return (section, group.definition)
    }

    /// The examinations of each year; nil where only one year has any.
    ///
    /// Of a whole board the marks of each pupil in each subject would be read for every year: who wants that compares years.
    private static func years(_ question: Question) throws -> ReportSection? {
        let selection = question.selection
        guard selection.institution != nil || selection.classGroup != nil || !selection.reach.everything
        else { return nil }
        let years = try YearsBack(question, span: span).years.compactMap { year -> [BalanceRow]? in
            guard let rule = try balanceRule(year.selection.year, question) else { return nil }
            let rows = try BalancePairs(question, year.selection, rule).rows(by: nil)
            return rows.isEmpty ? nil : rows.map { $0.placed(.words(year.words)) }
        }
        guard years.count > 1 else { return nil }
        return BalanceTable.section(
            YearsBack.code,
            title: Text(lv: "Pa mācību gadiem", en: "By school year"),
            years.flatMap { $0 },
            ReportColumn("school_year", Text(lv: "Mācību gads", en: "School year"), .words)
        )
    }

    private static func balanceRule(_ year: SchoolYear, _ question: Question) throws -> MarkBalanceRule? {
        try Regulations.load(question.tenant, question.connection).parameters(on: year.last)
    }
}

extension BalanceRow {
    /// The same numbers with what the row says beside the examination.
    fileprivate func placed(_ place: ReportCell) -> BalanceRow {
        BalanceRow(
            assessment: assessment,
            name: name,
            place: place,
            sum: sum,
            tolerance: tolerance,
            stateMean: stateMean
        )
    }
}
