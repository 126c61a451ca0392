internal import Frame
internal import Kernel
internal import Registry

/// The pupils of a run by class and code, so that a line about somebody seen before costs one lookup.
final class SeenPupils {
    private let codes = TextCache()
    private var found: [Seen] = []
    private var numbers: [PupilID: Int] = [:]
    /// For each pupil the place in `found` that was seen last.
    private var latest: [Int] = []

    /// A pupil in a class.
    private struct Seen {
        let person: AbsencePersons.Found
        /// The pupil's place in `latest`.
        let pupil: Int
        /// Whether the pupil was seen nowhere else since: who changes the class is enrolled again.
        var isLatest = true
    }

    /// Who a line is about, if it was the class in which the pupil was seen last.
    func found(_ line: MappedLine, _ classGroup: ClassID) -> AbsencePersons.Found? {
        guard let field = AbsencePersons.identifier(line) else { return nil }
        let group = SeenPupils.group(field, classGroup)
        guard let index = line.withBytes(field.rawValue, { codes.value($0, in: group) }) else { return nil }
        let seen = found[index]
        return seen.isLatest ? seen.person : nil
    }

    /// Keeps who a line was about.
    func keep(_ person: AbsencePersons.Found, _ line: MappedLine, _ classGroup: ClassID) {
        guard let field = AbsencePersons.identifier(line) else { return }
        let group = SeenPupils.group(field, classGroup)
        if let index = line.withBytes(field.rawValue, { codes.value($0, in: group) }) {
            return turn(found[index].pupil, to: index)
        }
        let index = found.count
        let number = numbers[person.pupil] ?? latest.count
        line.withBytes(field.rawValue) { codes.set(index, $0, in: group) }
        found.append(Seen(person: person, pupil: number))
        if number < latest.count { return turn(number, to: index) }
        numbers[person.pupil] = number
        latest.append(index)
    }

    /// The pupil was seen in another class than before.
    private func turn(_ pupil: Int, to index: Int) {
        found[latest[pupil]].isLatest = false
        found[index].isLatest = true
        latest[pupil] = index
    }

    /// A class belongs to one institution and year; personal codes are kept apart from others that look the same.
    private static func group(_ field: Absences.Field, _ classGroup: ClassID) -> Int {
        classGroup.rawValue * 2 + (field == .personalCode ? 1 : 0)
    }
}
