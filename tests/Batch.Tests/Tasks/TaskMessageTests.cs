using System.Text.Json;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Tests.Tasks;

public sealed class TaskMessageTests
{
    [Fact]
    public void FromJson_WhatToJsonWrote_IsTheSame()
    {
        var message = new TaskMessage("run", 7, [new TaskChunk("省/a \"b\".txt", 5, 10)]);
        var back = TaskMessage.FromJson(message.ToJson());
        Assert.Equal(("run", 7, message.Chunks[0]), (back.Run, back.Task, Assert.Single(back.Chunks)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"run\":\"r\",\"task\":1}")]
    public void FromJson_OtherBytes_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => TaskMessage.FromJson(System.Text.Encoding.UTF8.GetBytes(json)));
}
