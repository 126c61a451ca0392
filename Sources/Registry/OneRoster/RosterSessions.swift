import Frame
import Kernel
import Storage

/// Years and terms of a source, as its rows have them; they are settled when all are read.
package final class RosterSessions {
    private struct Line {
        let row: Kept
        let type: String
        let from: Day
        let to: Day
        let parent: String
        /// Days that nobody has set, as Sekme's own files say.
        let isPresumed: Bool
    }

    /// What is kept of a row after it was read.
    private struct Kept {
        let key: String
        let text: String
        let place: SourcePlace
    }

    private let roster: RosterRun
    private var lines: [Line] = []
    private var parents = RosterParents()

    package init(_ roster: RosterRun) { self.roster = roster }

    /// Takes a line.
    package func take(_ row: RosterRow) throws {
        let type = row.text("type").lowercased()
        guard ["schoolyear", "semester", "term", "gradingperiod"].contains(type) else {
            return roster.reject(RosterProblem.word(row.text("type")), row, "type")
        }
        let days = try roster.days(row, "startDate", "endDate")
        guard let from = days.from, let to = days.to else {
            let heading = days.from == nil ? "startDate" : "endDate"
            return roster.reject(Problem(ParseFault.empty, value: ""), row, heading)
        }
        let kept = Kept(
            key: row.key("sourcedId"),
            text: row.text("sourcedId"),
            place: row.place("parentSourcedId")
        )
        parents.take(row)
        lines.append(
            Line(
                row: kept,
                type: type,
                from: from,
                to: to,
                parent: row.key("parentSourcedId"),
                isPresumed: !row.own("Presumed").isEmpty
            )
        )
    }

    /// Settles what the lines are: the terms of a year are numbered by their days.
    package func close() throws {
        for (problem, place) in parents.problems(.academicSessions, isKnown: isKnown) {
            roster.run.staging.reject(problem, at: place)
        }
        var terms: [SchoolYear: [Line]] = [:]
        for line in lines {
            if parents.circles(line.row.key) { continue }
            let year = SchoolYear(containing: line.from)
            if line.type == "semester" || line.type == "term" { terms[year, default: []].append(line) }
            roster.sessions[line.row.key] = RosterSession(year: year, term: 0, last: line.to)
        }
        for (year, lines) in terms.sorted(by: { $0.key < $1.key }) { try settle(year, lines) }
        for line in lines where line.type == "gradingperiod" {
            let term = roster.sessions[line.parent]?.term ?? 0
            roster.sessions[line.row.key]?.term = term
        }
        for line in lines {
            guard let session = roster.sessions[line.row.key] else { continue }
            let number = session.year.start * 4 + session.term
            try roster.ids.keep(.session, line.row.text, is: number, of: nil, at: line.row.place)
        }
    }

    /// Whether an earlier set had a session.
    private func isKnown(_ key: String) -> Bool { roster.ids.find(.session, key) != nil }

    /// Two terms of a year are its terms; schools may each give their own, so days that differ are told and those
    /// of the register stay.
    private func settle(_ year: SchoolYear, _ lines: [Line]) throws {
        let starts = Set(lines.map(\.from)).sorted()
        guard starts.count <= 2 else {
            for line in lines { tell("\(line.row.text)", line.row.place) }
            return
        }
        for line in lines {
            // A lone term may be either: what stands in the first half of the year is the first.
            let first = roster.years.days(of: .second, in: year).lowerBound
            let term = starts.count == 2 ? (line.from == starts[0] ? 1 : 2) : (line.from < first ? 1 : 2)
            roster.sessions[line.row.key]?.term = term
            guard line.to <= year.last, !line.isPresumed else { continue }
            if let known = roster.years.kept(term, in: year) {
                if known != line.from...line.to { tell(line.row.text, line.row.place) }
                continue
            }
            try roster.run.staging.register(
                .terms,
                key: [year.start, term],
                [("from_day", line.from.sqlValue), ("to_day", line.to.sqlValue)],
                at: line.row.place
            )
        }
    }

    private func tell(_ value: String, _ place: SourcePlace) {
        roster.run.staging.unmatched(
            Problem(
                "roster.terms",
                value: value,
                Text(
                    lv: "Semestra datumi atšķiras no Sekmē noteiktajiem vai semestru ir vairāk par diviem; "
                        + "Sekmes datumi paliek.",
                    en:
                        "The days of the term differ from those that Sekme has, or there are more than two terms; "
                        + "Sekme's days stay."
                ),
                advice: Text(
                    lv: "Ja pareizi ir avota datumi, labojiet semestrus Sekmē.",
                    en: "If the source is right, change the terms in Sekme."
                )
            ),
            at: place
        )
    }
}
