import Evidence
import Foundation
import Frame
import Kernel
import SekmeTesting
import Statistics
import Storage
import Tabular
import Testing

@testable import Attainment

struct PeriodMarksTests {
    private static let mapping = Mapping(
        "summary",
        Text(same: "summary"),
        format: "period-marks",
        constants: ["subject": "Matemātika", "year": "2024/2025"],
        isMaster: true
    )

    @Test func `a line gives marks by period, absences and failures; a blank gives nothing`() async throws {
        let csv = """
            Iestāde;Klase;Uzvārds;Vārds;1. semestris;2. semestris;Gada vērtējums;Kavējumi;Iepriekšējās nesekmības
            Skola;7.a;Ābols;Ansis;7;8;8;12;0
            Skola;7.a;Bērzs;Baiba;nv;;4;;2
            Skola;7.a;Celms;Centis;6;x;6;-1;0
            """
        try await World.run(.sqlite) { world in
            let reading = try await world.read(PeriodMarks.self, csv: csv, PeriodMarksTests.mapping)
            // Pupil, term, kind, hundredths.
            #expect(
                reading.marks.map { [$0[0], $0[3], $0[4], $0[7]] } == [
                    [1, 1, 3, 700], [1, 2, 3, 800], [1, 0, 4, 800], [2, 1, 3, -1], [2, 0, 4, 400],
                    [3, 1, 3, 600], [3, 0, 4, 600],
                ]
            )
            // Pupil, year, term, kind, subject; lessons, recorded, institution, class, grade.
            #expect(reading.absences == [[1, 2024, 0, AbsenceKind.unstated.rawValue, 0, 12, 0, 1, 1, 7]])
            #expect(reading.failures == [[1, 2024, 0], [2, 2024, 2], [3, 2024, 0]])
            #expect(reading.rejected == ["mark.unknown 4:6", "number.outOfRange 4:8"])
        }
    }

    @Test func `a table is of this kind only if it has a column of marks`() {
        func score(_ headings: [String]) -> Int {
            PeriodMarks.recognise(SheetSample(file: "f", sheet: "", headings: headings, rows: []))
        }
        #expect(score(["Iestāde", "Priekšmets", "Uzvārds", "1. semestris"]) == 95)
        #expect(score(["Iestāde", "Priekšmets", "Uzvārds"]) == 0)
        #expect(score(["Priekšmets", "1. semestris"]) == 0)
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence))
    func `the real file of two schools gives the reference correlations`() async throws {
        var mapping = Mapping.studentPor
        mapping.constants["year"] = "2024/2025"
        try await World.run(.sqlite) { world in
            let file = try TableFile(
                path: SharedData.path("pupils/student-por.csv")
            )
            let reading = try await world.read(PeriodMarks.self, file, mapping)
            #expect(reading.rejected == [] && reading.unmatched == [])
            #expect(reading.rows["institution"] == 2 && reading.rows["pupil"] == 649)
            #expect(reading.marks.count == 3 * 649 && reading.failures.count == 649)
            let year = Selection(year: SchoolYear(2024))
            let marks = try await world.vector("attainment/mark", year, over: [.pupil])
            let pairs = reading.absences.compactMap { row -> (Double, Double)? in
                guard let mark = marks[[row[0]]] else { return nil }
                return (Double(row[5]), Double(mark.numerator) / 100 / Double(mark.denominator))
            }
            #expect(pairs.count == 649)
            // Reference values of R, rounded to four decimals.
            #expect(rounded(Correlation.pearson(pairs)) == -914)
            #expect(rounded(Correlation.spearman(pairs)) == -1585)
            #expect(rounded(Correlation.kendall(pairs)) == -1229)
            let institutions = try await world.vector("attainment/marks", year, over: [.institution])
            #expect(institutions.values.map(\.numerator).sorted() == [226, 423])
        }
    }

    private func rounded(_ result: CorrelationResult?) -> Int? {
        result.map { Int(($0.estimate * 10_000).rounded()) }
    }
}
