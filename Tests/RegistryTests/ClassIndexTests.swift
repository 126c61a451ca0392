import Frame
import Kernel
import Testing

@testable import Registry

/// Classes and groups by what they are found by.
struct ClassIndexTests {
    private func key(_ name: String) -> Directory.ClassKey {
        Directory.ClassKey(institution: InstitutionID(rawValue: 1), year: SchoolYear(2025), name: name)
    }

    @Test func `a row is found by its last name, and a name that another row took stays with that one`() {
        var index = ClassIndex<GroupID>()
        let (one, other) = (GroupID(rawValue: 1), GroupID(rawValue: 2))
        index.add(one, key("a"))
        index.add(one, key("b"))
        #expect(index.find(key("a")) == nil)
        #expect(index.find(key("b")) == one)
        #expect(index[one] == key("b"))
        index.add(other, key("b"))
        index.add(one, key("c"))
        #expect(index.find(key("b")) == other)
        #expect(index.find(key("c")) == one)
    }
}
