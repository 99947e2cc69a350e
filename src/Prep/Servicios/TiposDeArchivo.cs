namespace Prep.Servicios;

/// <summary>The type of each file that a publication may bring, and whether compressing it is worth it.</summary>
public static class TiposDeArchivo
{
    public static string De(string ruta) => Path.GetExtension(ruta) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".jsonl" => "application/jsonl; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".ics" => "text/calendar; charset=utf-8",
        ".txt" or ".sha256" => "text/plain; charset=utf-8",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".pdf" => "application/pdf",
        ".pem" => "application/x-pem-file",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };

    public static bool Comprimible(ReadOnlySpan<char> ruta) =>
        Path.GetExtension(ruta) is ".html" or ".json" or ".jsonl" or ".css" or ".js" or ".svg" or ".csv" or ".ics" or ".txt" or ".sha256" or ".pem";
}
