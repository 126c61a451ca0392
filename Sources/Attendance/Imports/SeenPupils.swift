internal import Frame
internal import Kernel
internal import Registry

/// The pupils of a run by class and code, so that a line about somebody seen before costs one lookup.
final class SeenPupils {
    private let codes = TextCache()
    private var found: [(person: AbsencePersons.Found, pupil: Int)] = []
    private var numbers: [PupilID: Int] = [:]
    /// For each pupil the place in `found` that was seen last: who changes the class is enrolled again.
    private var latest: [Int] = []

    /// Who a line is about, if it was the class in which the pupil was seen last.
    func found(_ line: MappedLine, _ classGroup: ClassID) -> AbsencePersons.Found? {
        guard let field = AbsencePersons.identifier(line) else { return nil }
        let group = SeenPupils.group(field, classGroup)
        guard let index = line.withBytes(field.rawValue, { codes.value($0, in: group) }) else { return nil }
        let (person, pupil) = found[index]
        return latest[pupil] == index ? person : nil
    }

    /// Keeps who a line was about.
    func keep(_ person: AbsencePersons.Found, _ line: MappedLine, _ classGroup: ClassID) {
        guard let field = AbsencePersons.identifier(line) else { return }
        let group = SeenPupils.group(field, classGroup)
        if let index = line.withBytes(field.rawValue, { codes.value($0, in: group) }) {
            return latest[found[index].pupil] = index
        }
        let number = numbers[person.pupil] ?? latest.count
        if number == latest.count {
            numbers[person.pupil] = number
            latest.append(found.count)
        }
        latest[number] = found.count
        line.withBytes(field.rawValue) { codes.set(found.count, $0, in: group) }
        found.append((person, number))
    }

    /// A class belongs to one institution and year; personal codes are kept apart from others that look the same.
    private static func group(_ field: Absences.Field, _ classGroup: ClassID) -> Int {
        classGroup.rawValue * 2 + (field == .personalCode ? 1 : 0)
    }
}
