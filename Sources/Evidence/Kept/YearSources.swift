package import Frame
package import Kernel

/// How a report of years says where the numbers of each are from: records, what institutions reported, or both.
package struct YearSources {
    /// The heading over the institutions that records tell of, with its making.
    package let computed: ReportColumn
    /// Which institutions count as those that reported.
    package let reported: Text
    /// What is said of a year whose numbers are all from records.
    package let records: Text
    /// What is said of a year of which some institutions reported.
    package let mixed: Text

    /// The words of a report.
    package init(computed: ReportColumn, reported: Text, records: Text, mixed: Text) {
        self.computed = computed
        self.reported = reported
        self.records = records
        self.mixed = mixed
    }

    /// The table of years with their sources.
    package func section(_ years: [ReportedYear]) -> ReportSection {
        ReportSection(
            "sources",
            title: Text(lv: "No kurienes skaitļi", en: "Where the numbers come from"),
            columns: [
                ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words),
                ReportColumn("source", Text(lv: "Avots", en: "Source"), .words),
                computed,
                ReportColumn(
                    "reported",
                    Text(lv: "Iestādes, kas paziņoja", en: "Institutions that reported")
                )
                .made(NumberMaking(reported, of: [])),
            ],
            rows: years.map { year in
                ReportRow([
                    .words(year.heading), .words(source(year)),
                    .number(year.computedCount, decimals: 0), .number(year.reportedCount, decimals: 0),
                ])
            }
        )
    }

    private func source(_ year: ReportedYear) -> Text {
        switch (year.computedCount > 0, year.reportedCount > 0) {
        case (true, false): records
        case (true, true): mixed
        case (false, _): Text(lv: "Iestāžu paziņotais skaits", en: "What institutions reported")
        }
    }
}
