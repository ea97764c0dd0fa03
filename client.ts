// The browser needs nothing but the islands: the stylesheet is in static/.
