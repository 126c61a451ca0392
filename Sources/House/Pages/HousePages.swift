import Frame
import Kernel

/// Pages that belong to the house itself: home, reports, the language switch, the choice of a board.
enum HousePages {
    static let all: [any Page] = [
        HomePage(), ReportsPage(), ReportPage(), ReportFilePage(), ReportExportAsk(), FigurePage(),
        NumberPage(), LanguagePage(), BoardChoicePage(), BoardChoiceAction(), DoorsPage(),
    ]

    static let navigation: [NavigationEntry] = [
        NavigationEntry(Text(lv: "Sākums", en: "Home"), "/", .ownAccount, order: 0),
        NavigationEntry(Text(lv: "Atskaites", en: "Reports"), "/reports", .readFigures, order: 20),
    ]
}
