import Frame
import House
import Testing

@testable import Exchange

/// Samples of an import are read before it is saved: no column of a room's facts may stand there by its bare name.
struct SampleLawTests {
    @Test func `every column of facts has words in samples, or is silent`() {
        for table in sekme.facts {
            for column in table.key + table.values {
                #expect(SampleWords.knows(column.text), "\(table.name.text).\(column.text)")
            }
        }
    }

    @Test func `every column of a programme and of the registers that files bring has words, or is silent`() {
        let brought: Set<String> = [
            "institution", "class_group", "pupil", "enrolment", "staff", "staff_post", "subject", "programme",
            "term",
            "teaching", "teaching_group", "group_member", "assessment", "assessment_part",
        ]
        let tables = sekme.registers.filter { table in
            brought.contains(table.name.text)
                || (table.name.text.hasPrefix("plan_") && table.name.text != "plan_report")
        }
        #expect(tables.count > 25)
        for table in tables {
            for column in table.key + table.columns {
                let name = "\(table.name.text).\(column)"
                #expect(SampleWords.knows(column.text, of: table.name.text), "\(name)")
            }
        }
    }

    @Test func `every kind and state of a fact has words of its room`() {
        let codes = Set(sekme.rooms.flatMap(\.codes).map { "\($0.table).\($0.column)" })
        // What the kind of a reported figure means, its measure says.
        for table in sekme.facts where table.name.text != "kept_figure" {
            for column in (table.key + table.values).map(\.text)
            where ["kind", "state", "status"].contains(column) {
                #expect(codes.contains("\(table.name.text).\(column)"), "\(table.name.text).\(column)")
            }
        }
    }
}
