import Kernel
import Testing

@testable import Pages

struct ChartTests {
    private func pictures(_ html: HTML) -> [Outline.Element] {
        Outline(html.string).elements.filter { $0.name == "svg" && $0["role"] == "img" }
    }

    @Test(arguments: Samples.charts(.lv).map(\.name))
    func `every chart is a picture for two widths, with title, description and table`(name: String) throws {
        let chart = try #require(Samples.charts(.lv).first { $0.name == name })
        let both = pictures(chart.html)
        #expect(both.map { $0["class"] } == ["wide", "slim"])
        for picture in both {
            #expect(picture.children.prefix(2).map(\.name) == ["title", "desc"])
            #expect(picture.children.count > 5)
        }
        let outline = Outline(chart.html.string)
        #expect(outline.elements.contains { $0.name == "details" && $0.all.contains { $0.name == "table" } })
        #expect(chart.html.string.contains(Words.showTable.lv))
    }

    @Test func `a chart over its own table says nothing twice, and is still read out`() throws {
        var head = ChartHead(id: "c", .lv, title: "Virsraksts", summary: "Kopsavilkums", hidesTitle: true)
        head.hidesSummary = true
        head.hasTableBelow = true
        let chart = BarChart(
            head,
            units: Units(decimals: 0),
            names: ("Kas", "Cik"),
            bars: [.init("a", .known(1))]
        )
        let outline = Outline(chart.html.string)
        #expect(!outline.elements.contains { ["details", "table"].contains($0.name) })
        #expect(outline.elements.first { $0.name == "figcaption" }?["class"] == "unseen")
        #expect(outline.elements.filter { $0.name == "desc" }.count == 2)
    }

    @Test func `numbers of a chart's table lead to their making, and words to nothing`() {
        var head = ChartHead(id: "c", .lv, title: "T", summary: "S")
        // The second row has an address for its last number alone, and one more than it has numbers.
        head.makings = [["/a/1", "/a/2"], [nil, "/b/2", "/b/3"]]
        let units = Units(decimals: 0)
        let bars = StackedBars(
            head,
            units: units,
            .share,
            thing: "Kas",
            series: [.init("x", .high), .init("y", .optimal)],
            bars: [.init("a", [1, 2]), .init("b", [3, 4]), .init("c", nil)]
        )
        let panels = SmallMultiples(
            head,
            units: units,
            thing: "Kas",
            categories: ["x", "y"],
            panels: [.init("a", [1, 2]), .init("b", [3, 4])]
        )
        let columns = StackedColumns(
            head,
            units: units,
            categoryName: "Kad",
            categories: ["a", "b"],
            parts: [.init("x", [1, 3])],
            whole: ("y", [2, 4])
        )
        for html in [bars.html.string, panels.html.string, columns.html.string] {
            let links = html.matches(of: /<a href="([^"]*)">([^<]*)<\/a>/).map { "\($0.1) \($0.2)" }
            #expect(links == ["/a/1 1", "/a/2 2", "/b/2 4"])
        }
    }

    @Test func `names of periods that would run into one another give way to the last`() {
        let head = ChartHead(id: "c", .lv, title: "T", summary: "S")
        let days = ["1. septembris", "1. oktobris", "1. decembris"]
        let panels = ["a", "b"].map { SmallMultiples.Panel($0, [1, 2, 3]) }
        let chart = SmallMultiples(
            head,
            units: Units(decimals: 0),
            thing: "Kas",
            categories: days,
            panels: panels
        )
        let pictures = chart.html.string.split(separator: "<svg class=").map {
            $0.split(separator: "</svg>")[0]
        }
        let (wide, slim) = (pictures[pictures.count - 2], pictures[pictures.count - 1])
        #expect(wide.contains(">1. septembris<") && wide.contains(">1. decembris<"))
        #expect(!slim.contains(">1. septembris<") && slim.contains(">1. decembris<"))
    }

    @Test(arguments: Samples.charts(.lv).map(\.name))
    func `shapes stay inside the picture`(name: String) throws {
        let chart = try #require(Samples.charts(.lv).first { $0.name == name })
        for picture in pictures(chart.html) {
            let box = (picture["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            try #require(box.count == 4)
            for shape in picture.all {
                for (key, limit) in [
                    ("x", 2), ("x1", 2), ("x2", 2), ("cx", 2), ("y", 3), ("y1", 3), ("y2", 3), ("cy", 3),
                ] {
                    guard let place = shape[key].flatMap({ Double($0) }) else { continue }
                    #expect(place >= 0 && place <= box[limit], "\(shape.name) \(key)=\(place)")
                }
            }
        }
    }

    @Test func `a line breaks at an unknown value, and a value alone is a dot`() throws {
        let wide = try #require(pictures(Samples.lines(.lv).html).first)
        #expect(wide.all.count { $0["class"] == "line m-illness" } == 1)
        #expect(wide.all.count { $0["class"] == "line m-excused" } == 1)
        // The third value of the first series stands alone, as does the first of the second; and end markers.
        #expect(wide.all.count { $0.name == "circle" && $0["class"] == "mark m-illness" } == 2)
        #expect(wide.all.count { $0.name == "circle" && $0["class"] == "mark m-excused" } == 1)
    }

    @Test func `a series that stopped is labelled with its last known value`() {
        let html = Samples.lines(.lv).html.string
        #expect(html.contains("c 0,7\u{a0}%"))
        #expect(html.contains("class=\"lead\""))
    }

    @Test func `a sorted chart has the largest first and the unknown last`() {
        let names = Samples.bars(.lv).sorted().bars.map(\.name)
        #expect(names == [Samples.attack, "d", "b", "c"])
    }

    @Test func `a bar that may not be shown has words and no length`() throws {
        let html = Samples.bars(.en).html
        let wide = try #require(pictures(html).first)
        #expect(wide.all.count { $0.name == "rect" } == 2)
        #expect(html.string.contains(">not shown</text>") && html.string.contains(">no data</text>"))
        #expect(html.string.contains("−1.4"))
    }

    @Test func `shares fill the width whatever the sum`() throws {
        let chart = StackedBars(
            Samples.head("s", .lv),
            units: Units(),
            .share,
            thing: "T",
            series: [.init("a", .high), .init("b", .optimal)],
            bars: [.init("x", [1, 3]), .init("y", [300, 100])]
        )
        let rects = try #require(pictures(chart.html).first).all.filter { $0.name == "rect" }
        let ends = rects.compactMap { rect in
            Double(rect["x"] ?? "").flatMap { x in Double(rect["width"] ?? "").map { x + $0 } }
        }
        #expect(rects.count == 4)
        #expect(abs(ends[1] - ends[3]) < 0.2)
        #expect(ends[1] > 790)
    }

    @Test func `a chart of one value or none still stands`() {
        let one = LineChart(
            Samples.head("one", .lv),
            units: Units(),
            categoryName: "M",
            categories: ["a"],
            series: [.init("s", [5])]
        )
        let none = LineChart(
            Samples.head("none", .lv),
            units: Units(),
            categoryName: "M",
            categories: [],
            series: []
        )
        for chart in [one, none] {
            let html = chart.html.string
            #expect(Outline(html).faults == [] && !html.contains("nan") && !html.contains("inf"))
        }
    }

    @Test func `the number of a column keeps clear of the mark across it`() {
        // Nothing near: over the column. A mark within it or far over it leaves the number there.
        for mark in [nil, 140, 60] as [Double?] {
            #expect(ColumnPlot.label(over: 100, mark: mark) == 94)
        }
        // One that would run through the number, or stand right under it, lifts it.
        #expect(ColumnPlot.label(over: 100, mark: 90) == 82)
        #expect(ColumnPlot.label(over: 100, mark: 100) == 92)
    }

    @Test func `a mark stands between two periods, with its words`() {
        var chart = Samples.lines(.lv)
        #expect(!chart.html.string.contains("class=\"divide\""))
        chart.mark = LineChart.Mark(before: 2, "06.10.2025.")
        let outline = Outline(chart.html.string)
        #expect(outline.elements.count { $0["class"] == "divide" } == 2, "one for each width")
        #expect(chart.html.string.contains("06.10.2025."))
    }
}
