/// The upper halves of code pages that systems have no common name for: what Latvian files from a Macintosh, from DOS and
/// from old Unix programs are written in.
enum CodePages {
    /// Mac Central European, bytes 128 to 255.
    static let macCentralEurope = scalars(
        "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü"
            + "†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ"
            + "ņŃ¬√ńŇ∆«»…\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖ"
            + "ŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ"
    )

    /// Code page 775 of DOS, "Baltic Rim", bytes 128 to 255.
    static let dos775 = scalars(
        "ĆüéāäģåćłēŖŗīŹÄÅÉæÆōöĢ¢ŚśÖÜø£Ø×¤"
            + "ĀĪóŻżź”¦©®¬½¼Ł«»░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐"
            + "└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀"
            + "ÓßŌŃõÕµńĶķĻļņĒŅ’\u{ad}±“¾¶§÷„°∙·¹³²■\u{a0}"
    )

    /// ISO 8859-4: bytes 128 to 159 are controls, which no table of people's data holds.
    static let iso8859_4: [Unicode.Scalar?] =
        [Unicode.Scalar?](repeating: nil, count: 32)
        + scalars(
            "\u{a0}ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u{ad}Ž¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋ"
                + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪß"
                + "āáâãäåæįčéęëėíîīđņōķôõö÷øųúûüũū˙"
        )

    private static func scalars(_ text: String) -> [Unicode.Scalar?] { text.unicodeScalars.map { $0 } }
}
