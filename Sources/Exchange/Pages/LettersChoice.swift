import Kernel
import Pages
import Tabular

/// The letters of a file: what is asked where they are spoiled, and other encodings to read it in.
struct LettersChoice {
    private let ticket: ImportTicket
    private let look: FileLook
    private let language: Language

    init(_ ticket: ImportTicket, _ look: FileLook, _ language: Language) {
        self.ticket = ticket
        self.look = look
        self.language = language
    }

    /// What is said to whoever goes on without an answer.
    static let undecided = Text(
        lv: "Failā ir sabojāti burti. Izvēlieties, vai tos izlabot.",
        en: "The file has spoiled letters. Choose whether they are to be mended."
    )

    /// Asks whether spoiled letters are mended; says so where they are.
    var question: HTML? {
        if let spoiled = look.spoiled { return asked(spoiled) }
        guard ticket.letters == TextReading.Letters.mended.rawValue else { return nil }
        let kept = Text(lv: "Lasīt, kā ir failā", en: "Read them as they stand")
        return Notice(
            .info,
            language,
            Text(lv: "Sabojātie burti ir izlaboti.", en: "Spoiled letters are mended.")[language],
            more: Text(lv: "Pārbaudiet pirmās rindas.", en: "Check the first rows.")[language],
            link: Link(kept[language], address(letters: .kept))
        )
        .html
    }

    private func asked(_ spoiled: SpoiledText) -> HTML {
        let headline = Text(
            lv: "Burti ir sabojāti: failā ir „\(spoiled.stands)”, domāts „\(spoiled.meant)”.",
            en: "The letters are spoiled: the file has “\(spoiled.stands)”, and “\(spoiled.meant)” is meant."
        )
        let more = Text(
            lv: "Fails kādreiz ir lasīts nepareizā kodējumā. Neko nelabos, kamēr neizvēlēsieties.",
            en: "The file was once read in a wrong encoding. Nothing is mended until you choose."
        )
        let mended = Text(lv: "Izlabot burtus", en: "Mend the letters")
        let kept = Text(lv: "Atstāt, kā ir failā", en: "Leave them as they stand")
        let notice = Notice(
            .attention,
            language,
            headline[language],
            more: more[language],
            link: Link(mended[language], address(letters: .mended))
        )
        return "\(notice)<p>\(Link(kept[language], address(letters: .kept)))</p>"
    }

    /// Other encodings, for letters that look wrong.
    var encodings: HTML? {
        guard look.isOpenToEncodings, let present = look.encoding else { return nil }
        let others = TextEncoding.allCases.filter { !$0.isUTF16 && $0.label != present }
        let links: [HTML] = others.map { encoding in
            var ticket = ticket
            ticket.encoding = encoding.rawValue
            return Link(encoding.label, ticket.address("/imports/columns")).html
        }
        let words = Text(
            lv: "Kodējums: \(present). Ja burti izskatās nepareizi, lasiet failu kā:",
            en: "Encoding: \(present). If letters look wrong, read the file as:"
        )
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        return "<p>\(words, language)</p><ul class=\"index tight\">\(items)</ul>"
    }

    private func address(letters: TextReading.Letters) -> Address {
        var ticket = ticket
        ticket.letters = letters.rawValue
        return ticket.address("/imports/columns")
    }
}
