import Kernel
import Testing

@testable import Exchange

struct RemovalWordsTests {
    @Test(arguments: [(21, "izdzēstu 21\u{a0}ierakstu;"), (22, "izdzēstu 22\u{a0}ierakstus;")])
    func `rows that would go are counted in the forms of the language`(count: Int, words: String) {
        var change = ImportPlan.TableChange(table: "pupil")
        (change.removed, change.covered) = (count, 301)
        var plan = ImportPlan()
        plan.tables = [change]
        let told = Refusal.removals(plan).message.lv
        #expect(told.contains(words), "\(told)")
        #expect(told.contains("301\u{a0}ierakstu."), "\(told)")
    }
}
