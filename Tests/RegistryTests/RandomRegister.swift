import Frame
import Kernel
import Registry

/// Files of a small board with odd but legal values, the same for the same seed.
struct RandomRegister {
    /// A file of a table.
    struct File {
        let format: any ExportFormat.Type
        let csv: String
    }

    struct School {
        let name: String
        let regNo: String
        /// Classes by the first year of the school year.
        var classes: [Int: [String]] = [:]
        /// Programmes as lines of classes and pupils name them.
        var programmes: [String] = []
        var pupils: [Person] = []
        var staff: [Person] = []
        var groups: [String] = []

        var cells: [String] { [name, regNo] }
    }

    /// Somebody with the cells by which a line names them.
    struct Person {
        let surname: String
        let forename: String
        let code: String
        let external: String
        /// The class of 2025/2026 that they began in.
        var classGroup = ""

        var cells: [String] { [code, external, surname, forename] }
    }

    /// The files in the order in which they are read.
    private(set) var files: [File] = []
    var schools: [School] = []
    var subjects: [String] = []
    private var random: RandomSource
    private var names: [(String, String)] = []
    private var people = 0

    init(seed: UInt64) {
        random = RandomSource(seed: seed)
        let all = OddNames.surnames.flatMap { surname in OddNames.forenames.map { (surname, $0) } }
        names = all.shuffled(using: &random)
        addSchools()
        addProgrammes()
        addClasses()
        addPupils()
        addStaff()
        addSubjects()
        addGroups()
        addTeaching()
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func pick(_ list: [String]) -> String {
        list.isEmpty ? "" : list[Int.random(in: 0..<list.count, using: &random)]
    }

    mutating func choose(_ count: Int, of list: [String]) -> [String] {
        Array(list.shuffled(using: &random).prefix(count))
    }

    /// Somebody new; `isCoded` gives both codes, else each of them by chance.
    mutating func person(isCoded: Bool = false) -> Person {
        let (surname, forename) = names.popLast() ?? ("Pēdējais", "Numurs")
        people += 1
        let (hasCode, hasExternal) = (isCoded || chance(60), isCoded || chance(60))
        return Person(
            surname: surname,
            forename: forename,
            code: hasCode ? code : "",
            external: hasExternal ? "\(pick(["P-", "Ā;", "", "k.\""]))\(people)" : ""
        )
    }

    /// Another person of the same name, told apart by both codes.
    mutating func namesake(of person: Person) -> Person {
        people += 1
        return Person(
            surname: person.surname,
            forename: person.forename,
            code: code,
            external: "N-\(people)"
        )
    }

    private var code: String { "329999-\(10_000 + people)" }

    mutating func write(_ format: any ExportFormat.Type, _ headings: String, _ rows: [[String]]) {
        let lines = [headings] + rows.map { RandomRegister.line($0) }
        files.append(File(format: format, csv: lines.joined(separator: "\n") + "\n"))
    }

    /// The cells of a line from its parts.
    static func row(_ parts: [String]...) -> [String] { Array(parts.joined()) }

    /// A line of a file, every cell in quotation marks.
    static func line(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
}

/// Names as people have them, and as few programs expect them.
enum OddNames {
    static let surnames = [
        "Bērziņš", "Ābols-Kļava", "O'Braiens", "D’Arko", "Zariņa \"Zīle\"", "Kalns, jaunākais",
        "Ozols; vecākais",
        "Šņore", "de la Krūze", "Ķēniņš", "Liepa (dz. Egle)",
    ]
    static let forenames = ["Jānis", "Anna Marija", "Čilda", "Ēriks-Uldis", "Ū", "Jūlija, Made"]
    static let schools = [
        "Bērzu pamatskola", "Rīgas „Čiekuru” vidusskola", "Ābeļu sākumskola, Liepu filiāle",
        "Šķērsielas skola; vakara nodaļa", "O'Henrija ģimnāzija",
    ]
    static let classes = [
        "5.a", "5.b", "1.ā", "12.č", "īpašā", "Sagatavošanas grupa „Ķipari”", "9.c, vakara",
    ]
    static let groups = ["Koris \"Zīle\"", "5. klašu angļu, 1. grupa", "Šahs; iesācēji"]
    static let subjects = [
        "Matemātika", "Angļu valoda (1. svešvaloda)", "Dizains; kokapstrāde", "Vēsture, kultūra", "„Izvēle”",
    ]
}
