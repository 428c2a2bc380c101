using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Service.Dictionary;

/// <summary>Accepts addresses that <see cref="JdbcUrl"/> understands.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JdbcUrlAttribute : ValidationAttribute
{
    public JdbcUrlAttribute() => ErrorMessage = "give jdbc:mysql://host:3306/database, one host, with user and password in keys of their own";

    public override bool IsValid(object? value) => value is null || JdbcUrl.TryParse(value as string, out _);
}
